package fr.ptce;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that are prepared on it. */
public final class BaseComptee extends DelegatingDataSource {

    private int requetes;

    public BaseComptee(DataSource base) {
        super(base);
    }

    /** How many there are while this runs. */
    public int compter(Runnable lecture) {
        requetes = 0;
        lecture.run();
        return requetes;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connexion = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (mandataire, methode, arguments) -> {
                    if (methode.getName().equals("prepareStatement")) {
                        requetes++;
                    }
                    try {
                        return methode.invoke(connexion, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
