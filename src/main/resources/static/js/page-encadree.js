/*
 * A page of ours in a frame of Tasklist or Cockpit: what leads out of its part of the site opens in the whole window.
 */
const partie = adresse => adresse.pathname.split('/')[1];

document.addEventListener('click', evenement => {
  const lien = evenement.target.closest?.('a[href]');
  // A link of a drawing has no text as its properties href and target.
  if (lien && !lien.getAttribute('target')
      && partie(new URL(lien.getAttribute('href'), document.baseURI)) !== partie(location)) {
    lien.setAttribute('target', '_top');
  }
}, true);
