package id.sigap.intake.page;

import id.sigap.intake.wording.AuthorityConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Who runs this, for every page's foot. */
@Named("authority")
@ApplicationScoped
public class Authority {

    private final AuthorityConfig names;

    Authority(AuthorityConfig names) {
        this.names = names;
    }

    public String name() {
        return names.name();
    }
}
