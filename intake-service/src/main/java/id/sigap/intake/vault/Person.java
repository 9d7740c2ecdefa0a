package id.sigap.intake.vault;

/**
 * Who reports or appeals.
 *
 * @param name as they wrote it
 * @param email where they are told
 * @param mobile in E.164 form
 */
public record Person(String name, String email, String mobile) {

    /** Stays out of logs. */
    @Override
    public String toString() {
        return "Person[sealed]";
    }
}
