/** A script that runs before Starlight's own, which breaks off at a stored theme that is none, and at storage that is refused or full. */

/** Drops such a theme; where the storage may not even be looked at, lets it be as if there were none. A theme that is not kept is chosen all the same. */
export const themeGuard = [
  `try{/^(|auto|dark|light)$/.test(localStorage.getItem('starlight-theme')??'')||localStorage.removeItem('starlight-theme')}`,
  `catch{try{Object.defineProperty(window,'localStorage',{value:void 0})}catch{}}`,
  `try{const s=Storage.prototype,{setItem}=s;s.setItem=function(k,v){`,
  `try{setItem.call(this,k,v)}catch(e){if(k!=='starlight-theme')throw e}}}catch{}`,
].join('');
