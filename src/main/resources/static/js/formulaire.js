// Shows a form with form-js, saves its draft and sends it. See templates/portail/formulaire.html for the attributes.
(() => {
  'use strict';

  const ATTENTE_DU_BROUILLON = 1500;

  const REFUS = {
    401: 'Votre session est terminée. Ouvrez de nouveau la page pour continuer.',
    403: 'Votre session est terminée ou cette action ne vous est pas ouverte. Rechargez la page pour continuer.',
    404: 'Cette page n’existe plus. Demandez un nouveau lien à votre interlocuteur.',
    409: 'Ce formulaire n’attend plus de réponse.',
    410: 'Ce lien n’est plus valable. Demandez un nouveau lien à votre interlocuteur.',
    413: 'Votre réponse est trop longue pour être envoyée.',
    429: 'Vous avez fait trop d’envois en peu de temps. Patientez quelques minutes puis recommencez.'
  };
  const PANNE = 'Votre réponse n’a pas pu être envoyée. Rien n’est perdu : vérifiez votre connexion puis recommencez.';
  const SCHEMA_ABSENT = 'Le formulaire n’a pas pu être affiché. Rechargez la page pour recommencer.';

  function jeton() {
    const valeur = document.querySelector('meta[name="_csrf"]');
    const entete = document.querySelector('meta[name="_csrf_header"]');
    return valeur && entete && valeur.content ? { [entete.content]: valeur.content } : {};
  }

  function enJson(adresse, methode, corps, options = {}) {
    return fetch(adresse, {
      method: methode,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...jeton() },
      body: JSON.stringify(corps),
      ...options
    });
  }

  async function corps(reponse) {
    try {
      return (await reponse.json()) || {};
    } catch {
      return {};
    }
  }

  async function lireJson(racine, nom) {
    const bloc = racine.querySelector(`script[data-${nom}]`);
    if (bloc && bloc.textContent.trim()) {
      return JSON.parse(bloc.textContent);
    }
    const adresse = racine.getAttribute(`data-${nom}-url`);
    if (!adresse) {
      return {};
    }
    const reponse = await fetch(adresse, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
    if (!reponse.ok) {
      throw new Error(`${adresse} : ${reponse.status}`);
    }
    return reponse.json();
  }

  /** Ours stands below the form: a second button to send would only puzzle. */
  function sansBoutonDEnvoi(schema) {
    const composants = (schema.components || [])
      .filter(un => un.type !== 'button' || un.action === 'reset')
      .map(sansBoutonDEnvoi);
    return schema.components ? { ...schema, components: composants } : schema;
  }

  /** As the server writes paths: partenaires[0].nom */
  function chemin(segments) {
    return segments.reduce(
      (texte, segment) => (typeof segment === 'number' ? `${texte}[${segment}]` : texte ? `${texte}.${segment}` : segment),
      ''
    );
  }

  function heure() {
    const maintenant = new Date();
    return `${maintenant.getHours()} h ${String(maintenant.getMinutes()).padStart(2, '0')}`;
  }

  class Page {
    constructor(racine) {
      this.racine = racine;
      this.zone = racine.querySelector('[data-zone]');
      this.recapitulatif = racine.querySelector('[data-recapitulatif]');
      this.etat = racine.querySelector('[data-etat]');
      this.bouton = racine.querySelector('[data-envoyer]');
      this.refusees = new Map();
      this.enCours = false;
    }

    async ouvrir() {
      const schema = sansBoutonDEnvoi(await lireJson(this.racine, 'schema'));
      const donnees = await lireJson(this.racine, 'donnees');
      this.form = await window.FormViewer.createForm({
        container: this.zone,
        schema,
        data: donnees,
        // A text waiting for its delay is lost when another field changes the form meanwhile.
        debounce: false,
        properties: { ariaLabel: this.racine.dataset.titre || 'Formulaire', readOnly: !this.racine.dataset.envoi }
      });
      this.completerLesControles();
      window.ptceRendreAccessible(this.zone);
      if (!this.racine.dataset.envoi) {
        this.racine.dataset.pret = 'oui';
        return;
      }
      // Enter in a field must not send a form half filled in.
      this.zone.addEventListener('submit', evenement => {
        evenement.preventDefault();
        evenement.stopPropagation();
      }, true);
      this.bouton.addEventListener('click', () => this.envoyer());
      this.suivreLeBrouillon();
      this.bouton.hidden = false;
      this.racine.dataset.pret = 'oui';
    }

    /** Adds to form-js the message that a form gives for its pattern, and what the server refused, until it is changed. */
    completerLesControles() {
      const validateur = this.form.get('validator');
      const champs = this.form.get('formFieldRegistry');
      const controler = validateur.validateFieldInstance.bind(validateur);
      validateur.validateFieldInstance = (instance, valeur) => {
        const proprietes = (champs.get(instance.id) || {}).properties || {};
        const messages = controler(instance, valeur).map(message =>
          proprietes.messageDeFormat && message.startsWith('Field must match pattern') ? proprietes.messageDeFormat : message
        );
        const refus = this.refusees.get(chemin(instance.valuePath));
        const encore = refus && refus.valeur === JSON.stringify(valeur) && !messages.length;
        return encore ? [refus.message] : messages;
      };
    }

    instances() {
      return this.form.get('formFieldInstanceRegistry').getAllKeyed();
    }

    /** The element that takes the focus for a field. */
    entree(instance) {
      const indices = Object.values(instance.indexes || {}).map(indice => `_${indice}`).join('');
      const id = `fjs-form-${this.form._id}-${instance.id}${indices}`;
      return ['', '-date', '-time', '-0'].map(fin => document.getElementById(id + fin)).find(Boolean);
    }

    async envoyer() {
      if (this.enCours) {
        return;
      }
      this.refusees.clear();
      const { data, errors } = this.form.submit();
      if (Object.keys(errors).length) {
        // form-js draws the messages, then form-js-fr.js translates them: the list repeats what is read beside the fields.
        requestAnimationFrame(() => setTimeout(() => this.montrerLesErreurs(this.erreursAffichees())));
        return;
      }
      this.attendre(true);
      try {
        await this.suite(await enJson(this.racine.dataset.envoi, 'POST', data), data);
      } catch {
        this.montrerUnMessage(PANNE);
      } finally {
        this.attendre(false);
      }
    }

    attendre(attente) {
      this.enCours = attente;
      this.bouton.setAttribute('aria-disabled', String(attente));
      if (attente) {
        this.abandonnerLeBrouillon();
        this.dire('Envoi en cours…');
      } else if (!this.termine) {
        this.dire('');
      }
    }

    async suite(reponse) {
      const contenu = await corps(reponse);
      if (reponse.ok && typeof contenu.suite === 'string' && /^\/(?!\/)/.test(contenu.suite)) {
        this.termine = true;
        this.dire('Réponse envoyée.');
        window.location.assign(contenu.suite);
      } else if (Array.isArray(contenu.erreurs) && contenu.erreurs.length) {
        this.refuser(contenu.erreurs);
      } else {
        this.montrerUnMessage(contenu.message || REFUS[reponse.status] || PANNE);
      }
    }

    refuser(erreurs) {
      const donnees = this.form._getState().data;
      const parChemin = new Map(this.instances().map(instance => [chemin(instance.valuePath), instance]));
      const liste = erreurs.map(erreur => {
        const instance = parChemin.get(erreur.cle);
        if (instance) {
          const valeur = instance.valuePath.reduce((objet, segment) => (objet == null ? undefined : objet[segment]), donnees);
          this.refusees.set(erreur.cle, { valeur: JSON.stringify(valeur), message: erreur.message });
        }
        return { libelle: erreur.libelle, message: erreur.message, entree: instance && this.entree(instance) };
      });
      this.form.validate();
      this.montrerLesErreurs(liste);
    }

    erreursAffichees() {
      return [...this.zone.querySelectorAll('.fjs-form-field-error')].map(bloc => {
        const champ = bloc.closest('.fjs-form-field');
        const etiquette = champ.querySelector('.fjs-form-field-label');
        return {
          libelle: etiquette ? etiquette.textContent.replace(/\*$/, '').trim() : '',
          message: bloc.textContent,
          entree: champ.querySelector('input, textarea, select')
        };
      });
    }

    montrerLesErreurs(erreurs) {
      const titre = erreurs.length > 1
        ? `${erreurs.length} réponses sont à corriger`
        : 'Une réponse est à corriger';
      const liste = document.createElement('ul');
      erreurs.forEach(erreur => liste.append(this.ligne(erreur)));
      this.montrer(titre, liste);
    }

    ligne({ libelle, message, entree }) {
      const ligne = document.createElement('li');
      const liaison = /[.?!…]$/.test(libelle) ? '' : '\u00a0:';
      const texte = libelle ? `${libelle}${liaison} ${message}` : message;
      if (!entree) {
        ligne.textContent = texte;
        return ligne;
      }
      const lien = document.createElement('a');
      lien.href = `#${entree.id}`;
      lien.textContent = texte;
      lien.addEventListener('click', evenement => {
        evenement.preventDefault();
        const cible = document.getElementById(entree.id) || entree;
        cible.focus();
        (cible.closest('.fjs-form-field') || cible).scrollIntoView({ block: 'center' });
      });
      ligne.append(lien);
      return ligne;
    }

    montrerUnMessage(message) {
      const paragraphe = document.createElement('p');
      paragraphe.textContent = message;
      this.montrer('Votre réponse n’est pas encore envoyée', paragraphe);
    }

    montrer(titre, contenu) {
      const entete = document.createElement('h2');
      entete.textContent = titre;
      this.recapitulatif.replaceChildren(entete, contenu);
      this.recapitulatif.hidden = false;
      this.recapitulatif.focus();
      this.recapitulatif.scrollIntoView({ block: 'start' });
    }

    dire(texte) {
      this.etat.textContent = texte;
    }

    suivreLeBrouillon() {
      if (!this.racine.dataset.brouillon) {
        return;
      }
      this.enregistre = JSON.stringify(this.form._getSubmitData());
      this.form.on('changed', () => {
        clearTimeout(this.minuterie);
        this.minuterie = setTimeout(() => this.enregistrer(), ATTENTE_DU_BROUILLON);
      });
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') {
          this.enregistrer({ keepalive: true });
        }
      });
    }

    abandonnerLeBrouillon() {
      clearTimeout(this.minuterie);
      if (this.envoiDuBrouillon) {
        this.envoiDuBrouillon.abort();
      }
    }

    async enregistrer(options = {}) {
      clearTimeout(this.minuterie);
      const donnees = this.form._getSubmitData();
      const texte = JSON.stringify(donnees);
      if (this.enCours || this.termine || texte === this.enregistre) {
        return;
      }
      const envoi = new AbortController();
      this.envoiDuBrouillon = envoi;
      try {
        const reponse = await enJson(this.racine.dataset.brouillon, 'PUT', donnees, { signal: envoi.signal, ...options });
        if (!reponse.ok) {
          throw new Error(String(reponse.status));
        }
        this.enregistre = texte;
        this.dire(`Brouillon enregistré à ${heure()}`);
      } catch (erreur) {
        if (erreur.name !== 'AbortError') {
          this.dire('Le brouillon n’a pas pu être enregistré. Gardez cette page ouverte.');
        }
      }
    }
  }

  document.querySelectorAll('[data-formulaire]').forEach(racine => {
    const page = new Page(racine);
    page.ouvrir().catch(erreur => {
      console.error(erreur);
      page.montrerUnMessage(SCHEMA_ABSENT);
    });
  });
})();
