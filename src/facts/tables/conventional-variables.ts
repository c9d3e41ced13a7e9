/**
 * Variables that a script may read without anybody in sight having set them, by who does set them. A name that ends in
 * `*` stands for all that begin so.
 */
export const conventionalVariables = [
  {
    by: 'bash itself',
    names: [
      ...['BASH', 'BASHOPTS', 'BASHPID', 'BASH_*', 'COLUMNS', 'COMP_*', 'COMPREPLY', 'COPROC', 'DIRSTACK'],
      ...['EPOCHREALTIME', 'EPOCHSECONDS', 'EUID', 'FUNCNAME', 'GROUPS', 'HISTCMD', 'HOSTNAME', 'HOSTTYPE'],
      ...['IFS', 'LINENO', 'LINES', 'MACHTYPE', 'MAPFILE', 'OLDPWD', 'OPTARG', 'OPTERR', 'OPTIND', 'OSTYPE'],
      ...['PIPESTATUS', 'PPID', 'PS1', 'PS2', 'PS3', 'PS4', 'PWD', 'RANDOM', 'REPLY', 'SECONDS', 'SHELLOPTS'],
      ...['SHLVL', 'SRANDOM', 'UID'],
    ],
    from: 'bash(1), Shell Variables',
  },
  {
    by: 'the login',
    names: [
      ...[
        'PATH',
        'HOME',
        'USER',
        'LOGNAME',
        'SHELL',
        'LANG',
        'LANGUAGE',
        'LC_*',
        'TERM',
        'TZ',
        'MAIL',
        'EDITOR',
      ],
      ...[
        'VISUAL',
        'PAGER',
        'TMPDIR',
        'TMP',
        'TEMP',
        'DISPLAY',
        'XAUTHORITY',
        'DBUS_SESSION_BUS_ADDRESS',
        'XDG_*',
      ],
      ...[
        'SSH_*',
        'SUDO_USER',
        'SUDO_UID',
        'SUDO_GID',
        'http_proxy',
        'https_proxy',
        'ftp_proxy',
        'all_proxy',
      ],
      ...['no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'ALL_PROXY', 'NO_PROXY'],
    ],
    from: 'environ(7), login(1), ssh(1), pam_systemd(8), curl(1)',
  },
  {
    by: 'a profile of the site',
    names: ['SCRATCH', 'WORK', 'WORKDIR', 'PROJECT', 'CLUSTER', 'HOST', 'GROUP', 'STORE', 'ARCHIVE'],
    from: 'user guides of computing centres',
  },
  {
    by: 'an environment module',
    names: [
      ...['MANPATH', 'INFOPATH', 'CPATH', 'LIBRARY_PATH', 'LD_*', 'MODULE*', 'LOADEDMODULES', '_LMFILES_'],
      ...[
        'LMOD_*',
        'PYTHON*',
        'CONDA_*',
        'MAMBA_*',
        'VIRTUAL_ENV',
        'JUPYTER_*',
        'JAVA_HOME',
        'OMP_*',
        'CUDA_*',
      ],
      ...['NVIDIA_*', 'MPI_*', 'OMPI_*', 'I_MPI_*'],
    ],
    from: 'module(1), Lmod, conda activate',
  },
  {
    by: 'a scheduler',
    names: [
      'SLURM*',
      'SLURMD_*',
      'SBATCH_*',
      'PBS_*',
      'NCPUS',
      'LSB_*',
      'LSF_*',
      'SGE_*',
      'JOB_ID',
      'FLUX_*',
    ],
    from: 'sbatch(1), qsub(1B), bsub(1), qsub(1) of Grid Engine',
  },
  {
    by: 'the platform or its job runner',
    names: ['PW_*', 'OUTPUTS', 'JOB_DIR', 'PORT', 'service_port'],
    from: 'parallelworks/interactive_session workflows; pw endpoints run',
  },
] as const;
