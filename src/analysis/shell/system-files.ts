const ownFolders = /^["']?\/(etc|usr|opt)\//;
const ownNames =
  /(^|\/)(activate|conda\.sh|mamba\.sh|micromamba\.sh|profile|lmod\.sh|z00_lmod\.sh|modules?\.sh|init\/bash|\.(bashrc|bash_profile|profile|zshrc))["']?$/;

/** Whether a path, as a script writes it, names a file of the system or of a package manager, not one of the author's. */
export function isSystemFile(path: string): boolean {
  return ownFolders.test(path) || ownNames.test(path);
}
