package id.sigap.infrastructure;

import java.util.regex.Pattern;

/**
 * A service's own database, with two roles: {@code <name>_owner} migrates it, {@code <name>} lives in it.
 *
 * @param name of the database and of the role at run time: lower-case letters, digits, underscore
 * @param ownerPassword of the role {@code <name>_owner}, which Flyway migrates as
 * @param password of the role {@code <name>}, which may read and write rows but change no table
 */
public record ServiceDatabase(String name, String ownerPassword, String password) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    public ServiceDatabase {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
    }

    /** The role that owns the database and its schema. */
    public String owner() {
        return name + "_owner";
    }

    /** Passwords stay out of logs. */
    @Override
    public String toString() {
        return "ServiceDatabase[" + name + "]";
    }
}
