package fr.ptce.publication;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.view.feed.AbstractAtomFeedView;

/** The latest publications as an Atom feed (RFC 4287). */
@Component("fluxDesPublications")
class FluxDesPublications extends AbstractAtomFeedView {

    static final String LIGNES = "lignes";

    private final AffichageDesPublications affichage;
    private final String adresse;

    FluxDesPublications(AffichageDesPublications affichage, @Value("${ptce.adresse}") String adresse) {
        this.affichage = affichage;
        this.adresse = adresse;
    }

    @Override
    protected void buildFeedMetadata(Map<String, Object> modele, Feed flux, HttpServletRequest requete) {
        flux.setId(adresse + "/boite-a-outils/flux.atom");
        flux.setTitle("Boîte à outils des PTCE");
        flux.setLanguage("fr");
        flux.setAlternateLinks(List.of(lien(adresse + "/boite-a-outils")));
        Person programme = new Person();
        programme.setName("Programme PTCE");
        flux.setAuthors(List.of(programme));
        flux.setUpdated(Date.from(lignes(modele).stream()
                .map(ligne -> ligne.version().publieeLe())
                .findFirst()
                .orElse(Instant.EPOCH)));
    }

    @Override
    protected List<Entry> buildFeedEntries(
            Map<String, Object> modele, HttpServletRequest requete, HttpServletResponse reponse) {
        return lignes(modele).stream().map(this::entree).toList();
    }

    private Entry entree(Publications.Ligne ligne) {
        Entry entree = new Entry();
        entree.setId(affichage.adresse(ligne.publication()));
        entree.setTitle(ligne.version().titre());
        entree.setAlternateLinks(List.of(lien(affichage.adresse(ligne.publication()))));
        entree.setUpdated(Date.from(ligne.version().publieeLe()));
        Content resume = new Content();
        resume.setType(Content.TEXT);
        resume.setValue(ligne.version().resume());
        entree.setSummary(resume);
        return entree;
    }

    private static Link lien(String adresse) {
        Link lien = new Link();
        lien.setRel("alternate");
        lien.setHref(adresse);
        return lien;
    }

    @SuppressWarnings("unchecked")
    private static List<Publications.Ligne> lignes(Map<String, Object> modele) {
        return (List<Publications.Ligne>) modele.get(LIGNES);
    }
}
