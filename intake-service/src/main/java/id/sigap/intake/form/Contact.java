package id.sigap.intake.form;

import id.sigap.intake.vault.Person;

/** The three fields every form begins with. */
public final class Contact {

    private static final int LONGEST_NAME = 100;

    private Contact() {}

    public static Person read(String name, String email, String mobile, Findings findings) {
        return new Person(
                findings.line("name", name, LONGEST_NAME),
                findings.email("email", email),
                findings.contactNumber("mobile", mobile));
    }
}
