/** A script that runs before Starlight's own, which breaks off at a stored theme that is none, and at storage that is refused. */

/** Drops such a theme; where the storage may not even be looked at, lets it be as if there were none. */
export const themeGuard = [
  `try{/^(|auto|dark|light)$/.test(localStorage.getItem('starlight-theme')??'')||localStorage.removeItem('starlight-theme')}`,
  `catch{try{Object.defineProperty(window,'localStorage',{value:void 0})}catch{}}`,
].join('');
