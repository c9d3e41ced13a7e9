nohup setsid ./run.sh > "run.${PW_JOB_ID}.out" 2>&1 &
pid=$!
echo "$pid" > "run.${PW_JOB_ID}.pid"
if [ "${{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while kill -0 "$pid" 2> /dev/null; do sleep 0.2; done
