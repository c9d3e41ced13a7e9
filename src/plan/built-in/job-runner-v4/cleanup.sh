touch CANCEL_STREAMING
if [ -f COMPLETED ]; then
  rm -f COMPLETED
  exit 0
fi
if [ "${{ inputs.pbs.is_disabled }}" = false ]; then
if [ -f jobid ]; then
    qdel "$(cat jobid)" 2> /dev/null
fi
fi
if [ "${{ inputs.slurm.is_disabled }}" = false ]; then
if [ -f jobid ]; then
    scancel "$(cat jobid)" 2> /dev/null
fi
fi
if [ -f cancel.sh ]; then
  export PATH="$PATH:$HOME/pw"
  bash cancel.sh 2> /dev/null
fi
rm -f jobid CANCEL_STREAMING job.started HOSTNAME
