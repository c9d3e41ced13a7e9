touch CANCEL_STREAMING
if [ -f COMPLETED ]; then
  rm -f COMPLETED
  exit 0
fi
if [ "${{ inputs.pbs.is_disabled }}" = false ]; then
  qdel "${{ needs.pbs_job.outputs.jobid }}"
fi
if [ "${{ inputs.slurm.is_disabled }}" = false ]; then
  scancel "${{ needs.slurm_job.outputs.jobid }}"
fi
