if [ "${{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while kill -0 "$(cat "run.${PW_JOB_ID}.pid")" 2> /dev/null; do sleep 0.2; done
