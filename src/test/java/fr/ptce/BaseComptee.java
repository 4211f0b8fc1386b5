package fr.ptce;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.NoOpQueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that are run on it. */
public final class BaseComptee extends DelegatingDataSource {

    private final AtomicInteger requetes = new AtomicInteger();

    public BaseComptee(DataSource base) {
        super.setTargetDataSource(ProxyDataSourceBuilder.create(base)
                .listener(new NoOpQueryExecutionListener() {
                    @Override
                    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> lues) {
                        requetes.addAndGet(lues.size());
                    }
                })
                .build());
    }

    /** How many there are while this runs. */
    public int compter(Runnable lecture) {
        requetes.set(0);
        lecture.run();
        return requetes.get();
    }
}
