package fr.ptce.portail;

@org.springframework.stereotype.Component
public class Liens {
    public String creer(String dossier, String adresse, String usage, String cible, java.time.Instant expire) {
        return "http://x/suivi/abc";
    }
}
