// What form-js 1.8.7 leaves to do for the keyboard and for screen readers. Sets attributes: form-js owns the nodes.
(() => {
  'use strict';

  function poser(element, nom, valeur) {
    if (element && element.getAttribute(nom) !== valeur) {
      element.setAttribute(nom, valeur);
    }
  }

  function oter(element, nom) {
    if (element && element.hasAttribute(nom)) {
      element.removeAttribute(nom);
    }
  }

  function libelle(champ) {
    const etiquette = champ.querySelector(':scope > .fjs-form-field-label');
    return etiquette ? etiquette.textContent.replace(/\*$/, '').trim() : '';
  }

  function estObligatoire(champ) {
    return Boolean(champ.querySelector('.fjs-form-field-label > .fjs-asterix'));
  }

  function descriptions(champ) {
    return [...champ.querySelectorAll(':scope > .fjs-form-field-description, :scope > .fjs-form-field-error')]
      .map(element => element.id)
      .filter(Boolean)
      .join(' ');
  }

  function decrire(element, champ) {
    const ids = descriptions(champ);
    if (ids) {
      poser(element, 'aria-describedby', ids);
    } else {
      oter(element, 'aria-describedby');
    }
  }

  /** Boxes and radio buttons: one group with a name; radio buttons answer to the arrow keys. */
  function grouperLesCases(champ, role) {
    const obligatoire = estObligatoire(champ);
    poser(champ, 'role', role);
    poser(champ, 'aria-label', libelle(champ) + (obligatoire ? ' (obligatoire)' : ''));
    decrire(champ, champ);
    champ.querySelectorAll('input').forEach(entree => {
      oter(entree, 'aria-describedby');
      oter(entree, 'required');
      if (role === 'radiogroup') {
        poser(entree, 'name', entree.id.replace(/-\d+$/, ''));
        oter(entree, 'aria-invalid');
      }
    });
    if (role === 'radiogroup') {
      poser(champ, 'aria-required', String(obligatoire));
      poser(champ, 'aria-invalid', String(champ.classList.contains('fjs-has-errors')));
    }
  }

  function decrireLesEntrees(champ) {
    champ.querySelectorAll('input.fjs-input, input.fjs-select-hidden-input, textarea, .fjs-taglist-input')
      .forEach(entree => {
        decrire(entree, champ);
        poser(entree, 'aria-invalid', String(champ.classList.contains('fjs-has-errors')));
        if (estObligatoire(champ) && !entree.required) {
          poser(entree, 'aria-required', 'true');
        }
      });
  }

  /** The lists that form-js draws itself. */
  function decrireLaListe(champ) {
    const entree = champ.querySelector('.fjs-select-hidden-input, .fjs-taglist-input, .fjs-timepicker > .fjs-input')
      || champ.querySelector('.fjs-input-group > .fjs-input');
    if (!entree) {
      return;
    }
    const liste = champ.querySelector('.fjs-dropdownlist');
    poser(entree, 'role', 'combobox');
    poser(entree, 'aria-haspopup', 'listbox');
    poser(entree, 'aria-expanded', String(Boolean(liste)));
    if (entree.classList.contains('fjs-select-hidden-input')) {
      poser(entree, 'autocomplete', 'off');
      poser(entree, 'inputmode', 'none');
    } else {
      poser(entree, 'aria-autocomplete', 'list');
    }
    if (!liste) {
      oter(entree, 'aria-controls');
      oter(entree, 'aria-activedescendant');
      return;
    }
    const id = `${entree.id}-liste`;
    poser(liste, 'id', id);
    poser(entree, 'aria-controls', id);
    nommerLesChoix(liste, entree, libelle(champ));
  }

  function nommerLesChoix(liste, entree, nom) {
    const choix = [...liste.querySelectorAll('.fjs-dropdownlist-item')];
    poser(liste, 'aria-label', nom);
    if (choix.length) {
      poser(liste, 'role', 'listbox');
    } else {
      oter(liste, 'role');
      oter(entree, 'aria-activedescendant');
    }
    choix.forEach((un, rang) => {
      const vise = un.classList.contains('focused');
      poser(un, 'role', 'option');
      poser(un, 'id', `${liste.id}-${rang}`);
      poser(un, 'aria-selected', String(vise));
      if (vise) {
        poser(entree, 'aria-activedescendant', un.id);
      }
    });
  }

  function nommerLesEtiquettes(champ) {
    champ.querySelectorAll('.fjs-taglist-tag').forEach(etiquette => {
      const nom = etiquette.querySelector('.fjs-taglist-tag-label').textContent;
      poser(etiquette.querySelector('button'), 'aria-label', `Retirer ${nom}`);
    });
  }

  function nommerLesLignes(champ) {
    const lignes = champ.querySelectorAll('.fjs-repeat-row-container');
    lignes.forEach((ligne, rang) => {
      poser(ligne, 'role', 'group');
      poser(ligne, 'aria-label', `Ligne ${rang + 1} sur ${lignes.length}`);
    });
  }

  function decrireLeTableau(champ) {
    const tableau = champ.querySelector('table');
    if (!tableau) {
      return;
    }
    poser(tableau, 'aria-label', libelle(champ));
    tableau.querySelectorAll('th').forEach(entete => {
      const croissant = entete.querySelector('.fjs-table-sort-icon-asc');
      const decroissant = entete.querySelector('.fjs-table-sort-icon-desc');
      poser(entete, 'scope', 'col');
      poser(entete, 'aria-sort', croissant ? 'ascending' : decroissant ? 'descending' : 'none');
    });
  }

  function decrireLeCalendrier(champ) {
    const calendrier = champ.querySelector('.flatpickr-calendar');
    if (!calendrier) {
      return;
    }
    poser(calendrier, 'role', 'group');
    poser(calendrier, 'aria-label', 'Calendrier');
    calendrier.querySelectorAll('.flatpickr-day').forEach(jour => poser(jour, 'role', 'button'));
    calendrier.querySelectorAll('.flatpickr-prev-month, .flatpickr-next-month, .arrowUp, .arrowDown')
      .forEach(fleche => poser(fleche, 'aria-hidden', 'true'));
  }

  /**
   * Titles written in a form start below the title of the page, whatever their number of #. form-js puts these texts in as
   * a block of HTML and does not look into it again, so that here nodes may be replaced.
   */
  function descendreLesTitres(formulaire) {
    const titres = [...formulaire.querySelectorAll('.fjs-form-field-text, .fjs-form-field-html')]
      .flatMap(texte => [...texte.querySelectorAll('h1, h2, h3, h4, h5, h6')]);
    const ecrit = titre => Number(titre.dataset.niveau || titre.tagName[1]);
    const niveaux = [...new Set(titres.map(ecrit))].sort();
    titres.forEach(titre => {
      const nom = `H${2 + niveaux.indexOf(ecrit(titre))}`;
      if (titre.tagName !== nom || !titre.dataset.niveau) {
        const place = document.createElement(nom);
        place.append(...titre.childNodes);
        place.dataset.niveau = String(ecrit(titre));
        titre.replaceWith(place);
      }
    });
  }

  function decrireLHeure(champ) {
    const heure = champ.querySelector('.fjs-timepicker').closest('.fjs-datetime-subsection');
    decrireLaListe(heure);
  }

  const PAR_TYPE = {
    radio: champ => grouperLesCases(champ, 'radiogroup'),
    checklist: champ => grouperLesCases(champ, 'group'),
    textfield: decrireLesEntrees,
    textarea: decrireLesEntrees,
    checkbox: decrireLesEntrees,
    number: champ => {
      decrireLesEntrees(champ);
      poser(champ.querySelector('input'), 'inputmode', 'decimal');
    },
    datetime: champ => {
      decrireLesEntrees(champ);
      decrireLeCalendrier(champ);
      if (champ.querySelector('.fjs-timepicker')) {
        decrireLHeure(champ);
      }
    },
    select: champ => {
      decrireLesEntrees(champ);
      decrireLaListe(champ);
    },
    taglist: champ => {
      decrireLesEntrees(champ);
      decrireLaListe(champ);
      nommerLesEtiquettes(champ);
    },
    dynamiclist: nommerLesLignes,
    table: decrireLeTableau
  };

  function reprendre(formulaire) {
    for (const [type, reparer] of Object.entries(PAR_TYPE)) {
      formulaire.querySelectorAll(`.fjs-form-field-${type}`).forEach(reparer);
    }
    descendreLesTitres(formulaire);
  }

  /** A closed list opens again with an arrow, and a choice is given up with Delete: form-js only knows the mouse there. */
  function auClavier(evenement) {
    const entree = evenement.target;
    if (!entree.matches('.fjs-select-hidden-input')) {
      return;
    }
    const champ = entree.closest('.fjs-form-field');
    const ferme = !champ.querySelector('.fjs-dropdownlist');
    if (ferme && ['ArrowDown', 'ArrowUp', ' ', 'Enter'].includes(evenement.key)) {
      evenement.preventDefault();
      evenement.stopPropagation();
      appuyer(champ.querySelector('.fjs-input-group'));
    } else if (['Delete', 'Backspace'].includes(evenement.key)) {
      evenement.preventDefault();
      appuyer(champ.querySelector('.fjs-select-cross'));
    } else if (evenement.key.length === 1) {
      // Typing would show nothing: the field is out of sight.
      evenement.preventDefault();
    }
  }

  function appuyer(element) {
    if (element) {
      element.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
    }
  }

  function suivre(formulaire) {
    let prevu = false;
    const bientot = () => {
      if (!prevu) {
        prevu = true;
        queueMicrotask(() => {
          prevu = false;
          reprendre(formulaire);
        });
      }
    };
    new MutationObserver(bientot).observe(formulaire, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['class', 'aria-describedby', 'aria-invalid', 'required']
    });
    formulaire.addEventListener('keydown', auClavier, true);
    reprendre(formulaire);
  }

  window.ptceRendreAccessible = suivre;
})();
