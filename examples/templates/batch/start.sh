#!/bin/bash
# Computes something and writes it down. Runs on the compute node, as a copy in the job directory: paths are relative to
# that directory, never to where this file lies in the repository.
set -euo pipefail

# The form's values, where the platform does not pass them on as PW_INPUT_*.
if [ -f inputs.sh ]; then
  # shellcheck source=/dev/null
  source inputs.sh
fi
samples=${PW_INPUT_BATCH_SAMPLES:-${batch_samples:-100000}}

mkdir -p results
python3 - "$samples" > results/pi.txt <<'PYTHON'
import random, sys
samples = int(sys.argv[1])
inside = sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(samples))
print(4 * inside / samples)
PYTHON
echo "pi is about $(cat results/pi.txt), by $samples samples"
