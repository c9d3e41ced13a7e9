cat > run.sh << END_OF_HEAD
${{ inputs.shebang }}
#SBATCH --job-name=${PW_JOB_ID}
#SBATCH --partition=${{ inputs.slurm.partition }}
#SBATCH --time=${{ inputs.slurm.time }}
#SBATCH --chdir=${PWD}
#SBATCH -o ${PWD}/run.${PW_JOB_ID}.out
#SBATCH -e ${PWD}/run.${PW_JOB_ID}.out
END_OF_HEAD
cat run-template.sh >> run.sh
chmod +x run.sh
sed -i -E -e '/^#SBATCH --[^=]*=([^:]*:)?(undefined)?$/d' -e '/#SBATCH.*=none$/d' -e '/#SBATCH.*=gpu:0$/d' -e '/^[[:space:]]*$/d' run.sh
