/*
 * A page of ours in a frame of Tasklist or Cockpit: what leads out of its part of the site opens in the whole window.
 */
const partie = adresse => adresse.pathname.split('/')[1];

document.addEventListener('click', evenement => {
  const lien = evenement.target.closest?.('a[href]');
  if (lien && !lien.target && partie(new URL(lien.href)) !== partie(location)) {
    lien.target = '_top';
  }
}, true);
