cat > run.sh << END_OF_HEAD
${{ inputs.shebang }}
#PBS -N ${PW_JOB_ID}
#PBS -o ${PWD}/run.${PW_JOB_ID}.out
#PBS -j oe
${{ inputs.pbs.scheduler_directives }}
cd ${PWD}
END_OF_HEAD
cat run-template.sh >> run.sh
chmod +x run.sh
