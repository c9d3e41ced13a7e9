skip="${{ inputs.skip_cleanups_file }}"
if [ -n "$skip" ] && [ -f "$skip" ]; then exit 0; fi
if [ "${{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
pid=$(cat "run.${PW_JOB_ID}.pid" 2> /dev/null)
if [ -n "$pid" ]; then
  kill -- "-$pid" 2> /dev/null || kill "$pid" 2> /dev/null
elif [ -f jobid ]; then
  if [ "${{ inputs.slurm.is_enabled }}" = true ]; then scancel "$(cat jobid)"; else qdel "$(cat jobid)"; fi
fi
script="${{ inputs.cleanup_script_path }}"
if [ -n "$script" ] && [ "$script" != undefined ] && [ -f "$script" ]; then
  timeout 300 bash "$script"
fi
