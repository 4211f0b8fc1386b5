package fr.ptce.courriel;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import fr.ptce.essai.Remise;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.util.ReflectionTestUtils;

/** The e-mails that other tests had sent. */
@TestComponent
class BoiteVidee implements Remise {

    private final BoiteDeDemonstration boite;

    BoiteVidee(BoiteDeDemonstration boite) {
        this.boite = boite;
    }

    @Override
    public void remettre() {
        try {
            ((GreenMail) ReflectionTestUtils.getField(boite, "serveur")).purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
