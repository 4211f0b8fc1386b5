package fr.ptce.moteur;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts that the application opens for people whom somebody in charge has accepted. */
@Component
public class NouveauxComptes {

    /** Key of the engine's user information that says that nobody has chosen the password yet. */
    private static final String A_CHOISIR = "ptce-mot-de-passe-a-choisir";

    private static final int OCTETS_DU_MOT_DE_PASSE = 32;
    private static final int LONGUEUR_MAXIMALE = 55;

    private final IdentityService identites;
    private final AuNomDeLApplication application;
    private final SecureRandom hasard = new SecureRandom();

    NouveauxComptes(IdentityService identites, AuNomDeLApplication application) {
        this.identites = identites;
        this.application = application;
    }

    /**
     * Opens an account with a password that nobody knows, or finds the one that has this e-mail address; either way it is
     * a member of these groups afterwards.
     *
     * @param groupes ids of groups that exist
     * @return id of the account, such as {@code camille.exemple}
     */
    @Transactional
    public String ouvrir(String prenom, String nom, String courriel, Collection<String> groupes) {
        return application.faire(() -> {
            User connu = identites.createUserQuery().userEmail(courriel).listPage(0, 1).stream()
                    .findFirst()
                    .orElse(null);
            String id = connu == null ? creer(prenom, nom, courriel) : connu.getId();
            rejoindre(id, groupes);
            return id;
        });
    }

    /** Takes an account into these groups; does nothing for those it is in. */
    @Transactional
    public void rejoindre(String id, Collection<String> groupes) {
        application.executer(() -> {
            Set<String> presents = identites.createGroupQuery().groupMember(id).list().stream()
                    .map(Group::getId)
                    .collect(Collectors.toSet());
            groupes.stream()
                    .filter(groupe -> !presents.contains(groupe))
                    .forEach(groupe -> identites.createMembership(id, groupe));
        });
    }

    private String creer(String prenom, String nom, String courriel) {
        String id = identifiantLibre(prenom, nom);
        User compte = identites.newUser(id);
        compte.setFirstName(prenom);
        compte.setLastName(nom);
        compte.setEmail(courriel);
        byte[] octets = new byte[OCTETS_DU_MOT_DE_PASSE];
        hasard.nextBytes(octets);
        compte.setPassword(Base64.getEncoder().encodeToString(octets));
        identites.saveUser(compte);
        identites.setUserInfo(id, A_CHOISIR, "oui");
        return id;
    }

    private String identifiantLibre(String prenom, String nom) {
        String base = enLettresSimples(prenom) + "." + enLettresSimples(nom);
        String abrege = base.substring(0, Math.min(base.length(), LONGUEUR_MAXIMALE));
        String id = abrege;
        for (int suite = 2; identites.createUserQuery().userId(id).count() > 0; suite++) {
            id = abrege + suite;
        }
        return id;
    }

    private static String enLettresSimples(String texte) {
        String simple = Normalizer.normalize(texte, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return simple.isEmpty() ? "compte" : simple;
    }

    /** Takes an account out of these groups; does nothing for those it is not in. */
    @Transactional
    public void quitter(String id, Collection<String> groupes) {
        application.executer(() -> groupes.forEach(groupe -> identites.deleteMembership(id, groupe)));
    }

    /** Whether this account was opened here and nobody has chosen its password; false for an unknown one. */
    public boolean sansMotDePasse(String id) {
        return application.faire(() -> identites.getUserInfo(id, A_CHOISIR) != null);
    }

    /**
     * Gives an account its password.
     *
     * @return false when there is no such account any more
     */
    @Transactional
    public boolean choisirLeMotDePasse(String id, String motDePasse) {
        return application.faire(() -> {
            User compte = identites.createUserQuery().userId(id).singleResult();
            if (compte == null) {
                return false;
            }
            compte.setPassword(motDePasse);
            identites.saveUser(compte);
            identites.deleteUserInfo(id, A_CHOISIR);
            identites.unlockUser(id);
            return true;
        });
    }
}
