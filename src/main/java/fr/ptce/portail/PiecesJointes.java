package fr.ptce.portail;

@org.springframework.stereotype.Component
public class PiecesJointes {
    public void transferer(String a, String b) {}
}
