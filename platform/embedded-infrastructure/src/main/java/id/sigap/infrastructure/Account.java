package id.sigap.infrastructure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who can log in at the local identity provider.
 *
 * @param id user name, or client id of a machine
 * @param name as a page shows it
 * @param roles as the services know them
 * @param operator code of the operator it belongs to; empty for the regulator's own people
 */
public record Account(String id, String name, List<String> roles, Optional<String> operator) {

    /** Help desk officers: two, so that a second can approve. */
    public static final Account SARI = person("sari", "Sari Lestari", "officer");

    public static final Account BUDI = person("budi", "Budi Santoso", "officer");
    public static final Account DEWI = person("dewi", "Dewi Anggraini", "officer", "supervisor");
    public static final Account WIRA = person("wira", "Wira Pratama", "regulator");
    public static final Account OKA = person("oka", "Oka Mahendra", "ops");
    public static final Account TELKOMSEL = machine("telkomsel-api", "TELKOMSEL");
    public static final Account INDOSAT = machine("indosat-api", "INDOSAT");
    public static final Account XLSMART = machine("xlsmart-api", "XLSMART");

    /** Who logs in with a page. */
    public static final List<Account> PEOPLE = List.of(SARI, BUDI, DEWI, WIRA, OKA);

    /** Who logs in with client credentials. */
    public static final List<Account> MACHINES = List.of(TELKOMSEL, INDOSAT, XLSMART);

    public Account {
        roles = List.copyOf(roles);
    }

    static Account person(String id, String name, String... roles) {
        return new Account(id, name, List.of(roles), Optional.empty());
    }

    /** A machine of an operator. */
    public static Account machine(String clientId, String operator) {
        return new Account(clientId, clientId, List.of("operator"), Optional.of(operator));
    }

    /** What a token says about it. */
    Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("preferred_username", id);
        claims.put("name", name);
        claims.put("roles", roles);
        operator.ifPresent(code -> claims.put("operator", code));
        return claims;
    }
}
