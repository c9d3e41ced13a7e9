if [ -f jobid ]; then
  node=$(squeue --noheader --jobs="$(cat jobid)" --format=%N 2> /dev/null | head -n 1)
  if [ -n "${node}" ]; then
    ssh "${node}" "export PATH=\"\$PATH:\$HOME/pw\" && cd ${PWD} && bash cancel.sh" 2> /dev/null
  fi
fi
if [ -f jobid ]; then
  scancel "$(cat jobid)" 2> /dev/null
fi
touch job.ended
