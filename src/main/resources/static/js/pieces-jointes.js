// Attachments of a form: sends the chosen files one by one, lists them, removes them. See templates/portail/formulaire.html.
(() => {
  'use strict';

  const REFUS = {
    401: 'votre session est terminée, rechargez la page.',
    403: 'votre session est terminée, rechargez la page.',
    404: 'ce formulaire n’attend plus de document.',
    409: 'ce formulaire n’attend plus de document.',
    410: 'ce lien n’est plus valable.',
    413: 'ce document dépasse la taille permise.',
    415: 'ce type de document n’est pas accepté.',
    429: 'trop d’envois en peu de temps, patientez quelques minutes.'
  };
  const PANNE = 'l’envoi a échoué, recommencez.';
  const OCTETS = ['o', 'Ko', 'Mo', 'Go'];

  function jeton() {
    const valeur = document.querySelector('meta[name="_csrf"]');
    const entete = document.querySelector('meta[name="_csrf_header"]');
    return valeur && entete && valeur.content ? { [entete.content]: valeur.content } : {};
  }

  function taille(octets) {
    const rang = Math.min(OCTETS.length - 1, Math.floor(Math.log(Math.max(octets, 1)) / Math.log(1024)));
    const nombre = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: rang > 1 ? 1 : 0 });
    return `${nombre.format(octets / 1024 ** rang)}\u00a0${OCTETS[rang]}`;
  }

  function element(nom, texte, classe) {
    const cree = document.createElement(nom);
    cree.textContent = texte || '';
    if (classe) {
      cree.className = classe;
    }
    return cree;
  }

  /** fetch does not tell how far a file has gone. */
  function envoyer(adresse, fichier, avance) {
    return new Promise((resoudre, rejeter) => {
      const requete = new XMLHttpRequest();
      const corps = new FormData();
      corps.append('fichier', fichier);
      requete.open('POST', adresse);
      requete.setRequestHeader('Accept', 'application/json');
      Object.entries(jeton()).forEach(([nom, valeur]) => requete.setRequestHeader(nom, valeur));
      requete.upload.addEventListener('progress', evenement => avance(evenement.loaded / Math.max(evenement.total, 1)));
      requete.addEventListener('load', () =>
        requete.status < 300 ? resoudre() : rejeter(new Error(motif(requete.status, requete.responseText)))
      );
      requete.addEventListener('error', () => rejeter(new Error(PANNE)));
      requete.send(corps);
    });
  }

  function motif(code, texte) {
    try {
      return JSON.parse(texte).message || REFUS[code] || PANNE;
    } catch {
      return REFUS[code] || PANNE;
    }
  }

  class Pieces {
    constructor(racine) {
      this.racine = racine;
      this.adresse = racine.dataset.pieces;
      this.champ = racine.querySelector('input[type="file"]');
      this.liste = racine.querySelector('[data-liste]');
      this.etat = racine.querySelector('[data-etat]');
      this.erreurs = racine.querySelector('[data-erreurs]');
    }

    async ouvrir() {
      this.champ.addEventListener('change', () => this.deposer([...this.champ.files]));
      await this.rafraichir();
    }

    async deposer(fichiers) {
      this.erreurs.replaceChildren();
      this.champ.disabled = true;
      let recus = 0;
      for (const fichier of fichiers) {
        recus += await this.deposerUn(fichier) ? 1 : 0;
      }
      this.champ.value = '';
      this.champ.disabled = false;
      this.champ.focus();
      this.etat.textContent = recus > 1 ? `${recus} documents ajoutés.` : recus ? 'Document ajouté.' : '';
      await this.rafraichir();
    }

    async deposerUn(fichier) {
      const ligne = element('li', `${fichier.name} `, 'piece piece--envoi');
      const progres = document.createElement('progress');
      progres.max = 1;
      progres.setAttribute('aria-label', `Envoi de ${fichier.name}`);
      ligne.append(progres);
      this.liste.append(ligne);
      this.etat.textContent = `Envoi de ${fichier.name}…`;
      try {
        await envoyer(this.adresse, fichier, part => { progres.value = part; });
        return true;
      } catch (erreur) {
        this.signaler(fichier.name, erreur.message);
        return false;
      } finally {
        ligne.remove();
      }
    }

    async rafraichir() {
      const reponse = await fetch(this.adresse, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
      if (reponse.ok) {
        this.liste.replaceChildren(...(await reponse.json()).map(piece => this.ligne(piece)));
      }
    }

    ligne(piece) {
      const ligne = element('li', '', 'piece');
      const bouton = element('button', 'Retirer', 'bouton bouton--discret');
      bouton.type = 'button';
      bouton.setAttribute('aria-label', `Retirer ${piece.nom}`);
      bouton.addEventListener('click', () => this.retirer(piece));
      ligne.append(element('span', piece.nom, 'piece__nom'));
      if (Number.isFinite(piece.taille)) {
        ligne.append(element('span', taille(piece.taille), 'piece__taille'));
      }
      ligne.append(bouton);
      return ligne;
    }

    async retirer(piece) {
      this.erreurs.replaceChildren();
      try {
        const reponse = await fetch(`${this.adresse}/${encodeURIComponent(piece.id)}`, {
          method: 'DELETE',
          credentials: 'same-origin',
          headers: jeton()
        });
        if (!reponse.ok) {
          throw new Error(motif(reponse.status, await reponse.text()));
        }
        this.etat.textContent = `${piece.nom} a été retiré.`;
        this.champ.focus();
        await this.rafraichir();
      } catch (erreur) {
        this.signaler(piece.nom, erreur instanceof TypeError ? PANNE : erreur.message);
      }
    }

    signaler(nom, message) {
      this.erreurs.append(element('p', `${nom}\u00a0: ${message}`));
    }
  }

  document.querySelectorAll('[data-pieces]').forEach(racine => {
    const pieces = new Pieces(racine);
    pieces.ouvrir().catch(() => {
      pieces.etat.textContent = 'La liste des documents n’a pas pu être affichée. Rechargez la page.';
    });
  });
})();
