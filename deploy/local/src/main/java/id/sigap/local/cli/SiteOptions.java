package id.sigap.local.cli;

import id.sigap.local.StackFailed;
import id.sigap.local.repair.RepairSite;
import id.sigap.local.service.Service;
import id.sigap.local.stack.StackState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a repair tool works: on the stack that runs here, unless databases are named. */
final class SiteOptions {

    private static final String PASSWORD = "SIGAP_DATABASE_PASSWORD";

    @Option(
            names = "--database",
            paramLabel = "SERVICE=URL",
            description =
                    "Work on this database instead of the stack here: ticket=jdbc:postgresql://host/ticket. Repeatable.")
    private Map<String, String> databases = Map.of();

    @Option(
            names = "--database-user",
            paramLabel = "ROLE",
            description = "Who goes in, with the password in " + PASSWORD + ". Default: the service's own role.")
    private String user;

    /** @throws StackFailed if nothing runs here and nothing is named */
    RepairSite site(Workplace workplace) {
        if (!databases.isEmpty()) {
            Map<Service, RepairSite.Login> logins = new EnumMap<>(Service.class);
            databases.forEach((name, url) -> {
                Service service = StartOptions.named(name);
                String role = user == null ? service.database() : user;
                logins.put(service, new RepairSite.Login(url, role, password()));
            });
            return new RepairSite(logins, Optional.empty(), Map.of());
        }
        StackState state = workplace
                .running()
                .orElseThrow(() -> new StackFailed("nothing is running here: start it with ./sigap up,"
                        + " or say which database is meant with --database SERVICE=URL"));
        return RepairSite.of(workplace.describe(state));
    }

    private static String password() {
        return Optional.ofNullable(System.getenv(PASSWORD)).orElse("");
    }
}
