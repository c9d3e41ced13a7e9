set -e
directory="${PWD}/lb_${PW_JOB_ID}"
rm -rf "$directory"
mkdir -p "$directory"
enabled=0
site() {
  [ "$2" = true ] || return 0
  mkdir -p "$directory/site_$1"
  echo PENDING > "$directory/site_$1/status"
  echo "$3" > "$directory/site_$1/name"
  enabled=$((enabled + 1))
}
site 0 "${{ inputs.sites_0.enabled }}" "${{ inputs.sites_0.name }}"
site 1 "${{ inputs.sites_1.enabled }}" "${{ inputs.sites_1.name }}"
site 2 "${{ inputs.sites_2.enabled }}" "${{ inputs.sites_2.name }}"
site 3 "${{ inputs.sites_3.enabled }}" "${{ inputs.sites_3.name }}"
site 4 "${{ inputs.sites_4.enabled }}" "${{ inputs.sites_4.name }}"
if [ "$enabled" -eq 0 ]; then
  echo "job_runner: no site is enabled" >&2
  exit 1
fi
echo "$enabled" > "$directory/enabled_count"
