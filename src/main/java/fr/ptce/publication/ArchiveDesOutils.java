package fr.ptce.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;

/**
 * The toolbox, or a choice of its publications, as one ZIP: byte for byte the same as long as nothing has changed, so that
 * copies can be compared.
 */
@Component
class ArchiveDesOutils {

    /** Publications and fiches of one archive, at most. */
    static final int MAXIMUM = 500;

    /** One date for all entries: that of a file says nothing that its content does not. */
    private static final LocalDateTime DATE = LocalDateTime.of(2013, 1, 1, 0, 0);

    private final Publications publications;
    private final ChapitresDOutils chapitres;
    private final FichesDesPoles fiches;
    private final AffichageDesPublications affichage;
    private final ISpringTemplateEngine moteur;

    ArchiveDesOutils(
            Publications publications,
            ChapitresDOutils chapitres,
            FichesDesPoles fiches,
            AffichageDesPublications affichage,
            ISpringTemplateEngine moteur) {
        this.publications = publications;
        this.chapitres = chapitres;
        this.fiches = fiches;
        this.affichage = affichage;
        this.moteur = moteur;
    }

    /** @param choix references of publications; empty for everything, chapters and fiches included */
    void ecrire(Collection<String> choix, OutputStream sortie) throws IOException {
        List<Publications.Ligne> lignes = publications.enLigne(null, MAXIMUM, 0).stream()
                .filter(ligne ->
                        choix.isEmpty() || choix.contains(ligne.publication().reference()))
                .sorted((une, autre) ->
                        Long.compare(une.publication().id(), autre.publication().id()))
                .toList();
        try (ZipOutputStream archive = new ZipOutputStream(sortie, StandardCharsets.UTF_8)) {
            ajouter(archive, "index.html", page("index", Map.of("lignes", lignes, "tout", choix.isEmpty())));
            if (choix.isEmpty()) {
                ajouterLesChapitres(archive);
                ajouterLesFiches(archive);
            }
            for (Publications.Ligne ligne : lignes) {
                Publication publication = ligne.publication();
                byte[] pdf = publications
                        .pdf(publication.id(), publication.version())
                        .orElseThrow();
                ajouter(archive, "publications/" + fichier(publication) + ".pdf", pdf);
            }
        }
    }

    /** Name of its file, without the extension. */
    static String fichier(Publication publication) {
        return publication.reference() + "-version-" + publication.version();
    }

    private void ajouterLesChapitres(ZipOutputStream archive) throws IOException {
        for (ChapitreDOutils chapitre : chapitres.tous()) {
            if (chapitre.publie()) {
                ajouter(
                        archive,
                        "chapitres/" + chapitre.rang() + "-" + chapitre.id() + ".html",
                        page("chapitre", Map.of("chapitre", chapitre)));
            }
        }
    }

    private void ajouterLesFiches(ZipOutputStream archive) throws IOException {
        TreeSet<FichesDesPoles.FicheDePole> triees =
                new TreeSet<>((une, autre) -> une.numero().compareTo(autre.numero()));
        triees.addAll(fiches.liste(MAXIMUM, 0));
        for (FichesDesPoles.FicheDePole fiche : triees) {
            ajouter(archive, "poles/" + fiche.numero() + ".html", page("pole", Map.of("fiche", fiche)));
        }
    }

    private byte[] page(String genre, Map<String, Object> variables) {
        Context contexte = new Context(Locale.FRENCH, variables);
        contexte.setVariable("genre", genre);
        contexte.setVariable("aff", affichage);
        return moteur.process("publication/hors-ligne", contexte).getBytes(StandardCharsets.UTF_8);
    }

    private static void ajouter(ZipOutputStream archive, String nom, byte[] contenu) throws IOException {
        ZipEntry entree = new ZipEntry(nom);
        entree.setTimeLocal(DATE);
        archive.putNextEntry(entree);
        archive.write(contenu);
        archive.closeEntry();
    }
}
