nohup setsid ./run.sh > "run.${PW_JOB_ID}.out" 2>&1 &
echo "$!" > "run.${PW_JOB_ID}.pid"
