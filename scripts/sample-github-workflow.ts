/**
 * A workflow for GitHub of about so many bytes, of the usual mixture: a matrix, steps with actions and scripts,
 * conditions, outputs. `seed` changes names and texts.
 */
export function sampleGithubWorkflow(bytes: number, seed: number): string {
  const parts = [head(seed)];
  for (let index = 0, length = parts[0]?.length ?? 0; length < bytes; index++) {
    const part = job(seed, index);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

const head = (seed: number): string => `name: service ${seed}
on:
  push:
    branches: [main]
  pull_request:
    paths: ['services/${seed}/**']
permissions:
  contents: read
env:
  SERVICE: service-${seed}
jobs:
`;

const job = (seed: number, index: number): string => `  # builds part ${index} of service ${seed}
  build_${index}:
    runs-on: ubuntu-latest
    timeout-minutes: 20
${index === 0 ? '' : `    needs: [build_${index - 1}]\n`}    strategy:
      fail-fast: false
      matrix:
        node: [20, 22, 24]
    outputs:
      digest: \${{ steps.digest.outputs.value }}
    steps:
      - name: Checkout
        uses: actions/checkout@v4
        with:
          persist-credentials: false
      - name: Node
        uses: actions/setup-node@v4
        with:
          node-version: \${{ matrix.node }}
      - name: Build part ${index}
        if: \${{ github.event_name == 'push' || matrix.node == 22 }}
        run: |
          set -e
          cd "services/${seed}/${index}"
          for attempt in 1 2 3; do
            if npm ci --ignore-scripts; then
              break
            fi
            sleep "\${attempt}"
          done
          npm run build -- --mode production
      - id: digest
        name: Digest of part ${index}
        run: |
          find dist -type f -print0 | sort -z | xargs -0 sha256sum > digests
          echo "value=$(sha256sum digests | cut -d ' ' -f 1)" >> "$GITHUB_OUTPUT"
${index === 0 ? '' : `      - run: echo "after \${{ needs.build_${index - 1}.outputs.digest }}"\n`}
`;
