if [ -f jobid ]; then
  qdel "$(cat jobid)" 2> /dev/null
fi
touch job.ended
