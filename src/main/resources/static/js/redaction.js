// Keeps the draft of a rubric while somebody writes, and shows how it will look.
(() => {
  'use strict';

  const ATTENTE = 3000;
  const formulaire = document.querySelector('form.redaction');
  const texte = formulaire.elements.namedItem('texte');
  const version = formulaire.elements.namedItem('version');
  const etat = formulaire.querySelector('[data-etat]');
  const rendu = formulaire.querySelector('[data-rendu]');
  const voir = formulaire.querySelector('[data-voir]');
  const secours = `redaction-${formulaire.dataset.cle}`;

  let enregistre = texte.value;
  let minuteur;
  let arrete = false;

  function envoyer(adresse, champs) {
    const jeton = document.querySelector('meta[name="_csrf"]');
    const entete = document.querySelector('meta[name="_csrf_header"]');
    return fetch(adresse, {
      method: 'POST',
      credentials: 'same-origin',
      headers: jeton && entete ? { [entete.content]: jeton.content } : {},
      body: new URLSearchParams(champs)
    });
  }

  function dire(message) {
    etat.textContent = message;
  }

  async function garder() {
    const envoye = texte.value;
    if (arrete || envoye === enregistre) {
      return;
    }
    try {
      const reponse = await envoyer(formulaire.dataset.brouillon, { texte: envoye, version: version.value });
      const corps = await reponse.json().catch(() => ({}));
      if (reponse.ok) {
        version.value = corps.version;
        enregistre = envoye;
        localStorage.removeItem(secours);
        dire('Brouillon enregistré.');
      } else {
        // Somebody else wrote, or the text is refused: it stays here until it is sent by the button.
        arrete = reponse.status === 409;
        dire(corps.message || 'Le brouillon n’a pas pu être enregistré : votre session est peut-être terminée.');
      }
    } catch {
      dire('Pas de connexion : votre texte est gardé dans ce navigateur.');
    }
  }

  texte.addEventListener('input', () => {
    localStorage.setItem(secours, texte.value);
    dire('');
    clearTimeout(minuteur);
    minuteur = setTimeout(garder, ATTENTE);
  });

  voir.hidden = false;
  voir.addEventListener('click', async () => {
    try {
      const reponse = await envoyer(formulaire.dataset.apercu, { texte: texte.value });
      const contenu = await reponse.text();
      rendu.innerHTML = reponse.ok || reponse.status === 422 ? contenu : '<p>L’aperçu n’a pas pu être affiché.</p>';
    } catch {
      rendu.innerHTML = '<p>Pas de connexion : l’aperçu n’a pas pu être affiché.</p>';
    }
    rendu.hidden = false;
    rendu.focus();
  });

  const perdu = localStorage.getItem(secours);
  if (perdu !== null && perdu !== texte.value) {
    const reprendre = document.createElement('button');
    reprendre.type = 'button';
    reprendre.className = 'bouton bouton--secondaire';
    reprendre.textContent = 'Reprendre le texte gardé dans ce navigateur';
    reprendre.addEventListener('click', () => {
      texte.value = perdu;
      reprendre.remove();
      texte.focus();
      texte.dispatchEvent(new Event('input'));
    });
    etat.after(reprendre);
  }

  formulaire.addEventListener('submit', () => {
    clearTimeout(minuteur);
    localStorage.removeItem(secours);
  });
  window.addEventListener('beforeunload', (evenement) => {
    if (!arrete && texte.value !== enregistre && document.activeElement === texte) {
      evenement.preventDefault();
    }
  });
})();
