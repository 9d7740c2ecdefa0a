package id.sigap.service.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;

/**
 * Where every service begins. Settings are looked at before Quarkus takes any of them: it would stop at the first one that is missing, if at all.
 */
@QuarkusMain
public final class Launcher {

    /** EX_CONFIG of sysexits.h: starting it again doesn't help. */
    static final int EXIT_CODE = 78;

    private Launcher() {}

    public static void main(String... arguments) {
        if (!LaunchMode.current().isDevOrTest()) {
            SmallRyeConfig config = ConfigUtils.configBuilder().build();
            List<String> faults = new ProductionSettings(config).faults();
            if (!faults.isEmpty()) {
                System.err.println(new StartRefused(faults).getMessage()); // there is no log yet
                System.exit(EXIT_CODE);
            }
        }
        Quarkus.run(arguments);
    }
}
