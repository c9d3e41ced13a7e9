import type { SiteProgramFact } from '../types.ts';

const notes = { kind: 'observed', from: 'start scripts of public workflow repositories' } as const;
const environmentModules = {
  kind: 'documented',
  from: 'modules.readthedocs.io and lmod.readthedocs.io',
} as const;
const schedulers = { kind: 'documented', from: 'slurm.schedmd.com and openpbs.org manual pages' } as const;
const upstream = { kind: 'documented', from: "the program's own manual" } as const;

/**
 * Programs that clusters have and machines that check workflows often lack. A start script that fails for want of one says
 * nothing about its author. `startUp` are files that make the program known to a shell, `modules` Python modules.
 */
export const sitePrograms = [
  {
    names: ['module', 'ml', 'modulecmd', 'lmod'],
    startUp: [
      '/etc/profile\\.d/(?:modules|lmod|z00_lmod|00-modulepath)\\.(?:sh|bash)',
      '/(?:lmod|modules?)/.*init/(?:ba)?(?:sh|profile)',
    ],
    evidence: environmentModules,
  },
  {
    names: ['conda', 'mamba', 'micromamba'],
    startUp: [
      '/(?:etc/profile\\.d/(?:conda|mamba)\\.sh)',
      '(?:conda|mamba|miniforge|anaconda)[^/\\s]*/bin/activate',
    ],
    evidence: upstream,
  },
  { names: ['spack'], startUp: ['spack/share/spack/setup-env\\.sh', 'setup-env\\.sh'], evidence: upstream },
  {
    names: ['srun', 'sbatch', 'salloc', 'scontrol', 'squeue', 'sinfo', 'sacct', 'scancel'],
    unusable: ['Unable to contact slurm controller', 'Could not establish a configuration source'],
    evidence: schedulers,
  },
  { names: ['qsub', 'qstat', 'qdel', 'pbsnodes', 'pbsdsh'], evidence: schedulers },
  { names: ['mpirun', 'mpiexec', 'orterun', 'mpicc'], evidence: upstream },
  {
    names: ['apptainer', 'singularity', 'enroot', 'shifter', 'charliecloud', 'ch-run'],
    unusable: ['FATAL:.*(?:user namespace|setuid|fakeroot)', 'Could not write info to setgroups'],
    evidence: upstream,
  },
  {
    names: ['docker', 'podman', 'docker-compose', 'podman-compose', 'nerdctl', 'buildah'],
    unusable: [
      'Cannot connect to the Docker daemon',
      'permission denied while trying to connect to the (?:Docker|docker)',
      'Cannot connect to Podman',
    ],
    evidence: upstream,
  },
  {
    // TigerVNC's server asks for one on the terminal where the user has never set it, and a run has a home of its own.
    names: ['~/.vnc/passwd'],
    unusable: ['getpassword error'],
    remedy: 'write one with "run.before", which has the same home',
    evidence: { kind: 'observed', from: 'vncserver of TigerVNC, started without a terminal' },
  },
  {
    names: [
      'vncserver',
      'Xvnc',
      'Xtigervnc',
      'Xorg',
      'Xvfb',
      'vncpasswd',
      'tigervncpasswd',
      'tigervncserver',
      'x0vncserver',
      'x11vnc',
      'kasmvncserver',
      'kasmxproxy',
      'turbovnc',
      'vglrun',
      'novnc',
      'novnc_proxy',
      'websockify',
      'xpra',
      'startxfce4',
      'xfce4-session',
      'mate-session',
      'gnome-session',
      'startlxqt',
      'xauth',
      'xrandr',
      'nxserver',
      'dcv',
    ],
    modules: ['websockify'],
    evidence: notes,
  },
  {
    names: [
      'jupyter',
      'jupyter-lab',
      'jupyter-notebook',
      'jupyterhub',
      'jupyter-server',
      'jupyterhub-singleuser',
      'ipython',
    ],
    modules: ['jupyter', 'jupyterlab', 'notebook', 'jupyter_server', 'jupyterhub', 'ipykernel'],
    evidence: upstream,
  },
  { names: ['rserver', 'rstudio-server', 'rsession', 'R', 'Rscript'], evidence: upstream },
  { names: ['code-server', 'openvscode-server', 'code', 'code-tunnel'], evidence: upstream },
  {
    names: ['nvidia-smi', 'nvcc', 'rocm-smi', 'nvidia-container-cli'],
    unusable: ["couldn't communicate with the NVIDIA driver", 'No devices were found'],
    evidence: upstream,
  },
  {
    names: ['ray', 'dask', 'dask-scheduler', 'dask-worker'],
    modules: ['ray', 'dask', 'distributed'],
    evidence: upstream,
  },
  {
    names: [
      'streamlit',
      'tensorboard',
      'gradio',
      'mlflow',
      'voila',
      'panel',
      'bokeh',
      'vllm',
      'ollama',
      'gunicorn',
      'uvicorn',
    ],
    modules: [
      'streamlit',
      'tensorboard',
      'gradio',
      'mlflow',
      'voila',
      'panel',
      'bokeh',
      'vllm',
      'torch',
      'uvicorn',
      'flask',
      'fastapi',
      'dash',
    ],
    evidence: notes,
  },
  {
    names: ['matlab', 'MATLAB', 'octave', 'julia', 'sas', 'stata', 'mathematica', 'wolframscript'],
    evidence: upstream,
  },
  {
    names: [
      'paraview',
      'pvserver',
      'pvpython',
      'pvbatch',
      'visit',
      'vmd',
      'ovito',
      'ansys',
      'abaqus',
      'fluent',
      'starccm+',
      'comsol',
    ],
    evidence: notes,
  },
  { names: ['nginx', 'caddy', 'traefik', 'httpd', 'apache2'], evidence: upstream },
  {
    names: ['node', 'npm', 'npx', 'yarn', 'pnpm', 'bun', 'uv', 'pixi', 'java', 'go', 'cargo'],
    evidence: upstream,
  },
  {
    names: ['kubectl', 'helm', 'minikube', 'terraform', 'aws', 'gcloud', 'az', 'gsutil', 'azcopy', 'rclone'],
    evidence: notes,
  },
  {
    names: [
      'tmux',
      'screen',
      'dtach',
      'lsof',
      'netstat',
      'ss',
      'nc',
      'jq',
      'rsync',
      'git-lfs',
      'unzip',
      'wget',
      'pigz',
      'lfs',
    ],
    evidence: notes,
  },
] as const satisfies readonly SiteProgramFact[];
