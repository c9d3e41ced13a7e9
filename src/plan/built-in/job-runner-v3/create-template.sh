if [ "${{ inputs.use_existing_script }}" = true ]; then
  if [ ! -f "${{ inputs.script_path }}" ]; then
    echo "job_runner: script_path ${{ inputs.script_path }} is not a file" >&2
    exit 1
  fi
  cp ${{ inputs.script_path }} run-template.sh
else
  cat > run-template.sh << 'END_OF_PASSED_SCRIPT'
${{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
