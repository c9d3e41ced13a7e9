cat > run.sh << 'END_OF_SHEBANG'
${{ inputs.shebang }}
END_OF_SHEBANG
echo "cd ${PWD}" >> run.sh
cat run-template.sh >> run.sh
chmod +x run.sh
./run.sh > "run.${PW_JOB_ID}.out" 2>&1
status=$?
echo "exit_code=${status}" >> "$OUTPUTS"
touch job.ended
exit "${status}"
