# shellcheck shell=bash disable=SC2154 # what has no value here has got one above
set -euo pipefail

# Beside the repository, where every node sees it and no file of it becomes one of the repository.
reports=${REPORTS:-$repository-reports}
script=$(realpath "$0")
part=${PART:-${SLURM_ARRAY_TASK_ID:-${PBS_ARRAY_INDEX:-${PBS_ARRAYID:-}}}}

if [ -n "$part" ]; then
  cd "$repository"
  times=()
  [ ! -f "$reports/times.json" ] || times=(--times "$reports/times.json")
  exec "${program[@]}" "${words[@]}" --shard "$part/$parts" "${times[@]}" --output "json=$reports/part-$part.json"
fi

# submit RANGE: one array of tasks, until its last one has ended.
submit() {
  case $scheduler in
    slurm)
      sbatch --wait --quiet --export=ALL,REPORTS="$reports" --job-name=pw-workflow-check --array="$1" \
        --output="$reports/part-%a.log" "$script"
      ;;
    pbs)
      qsub -W block=true -V -v "REPORTS=$reports" -N pw-check -j oe -o "$reports/" -J "$1" "$script"
      ;;
  esac
}

# submit_one PART: a task by itself; PBS takes no array of one.
submit_one() {
  case $scheduler in
    slurm)
      sbatch --wait --quiet --export=ALL,REPORTS="$reports",PART="$1" --job-name=pw-workflow-check \
        --output="$reports/part-$1.log" "$script"
      ;;
    pbs)
      qsub -W block=true -V -v "REPORTS=$reports,PART=$1" -N pw-check -j oe -o "$reports/" "$script"
      ;;
  esac
}

missing() {
  local one
  for ((one = 1; one <= parts; one++)); do
    [ -s "$reports/part-$one.json" ] || echo "$one"
  done
}

mkdir -p "$reports"
rm -f "$reports"/part-*.json
# What the last check took shares out this one.
if [ -f "$reports/report.json" ]; then cp "$reports/report.json" "$reports/times.json"; fi

# A task with findings fails, which the reports tell better; one that died has no report, and gets a second try.
if ((parts > 1)); then submit "1-$parts" || true; fi
for one in $(missing); do
  submit_one "$one" &
done
wait

left=$(missing | paste -sd ' ')
partial=()
if [ -n "$left" ]; then
  echo "no report of part $left of $parts: see the logs in $reports" >&2
  partial=(--allow-partial)
fi
status=0
"${program[@]}" merge "$reports"/part-*.json "${judging[@]}" "${partial[@]}" --output "json=$reports/report.json" \
  --output "html=$reports/report.html" || status=$?
if [ -n "$left" ] && [ "$status" -eq 0 ]; then status=1; fi
exit "$status"
