package id.sigap.intake.wording;

/** Sentences for tests that need no running service. */
public final class OfficeWording {

    private OfficeWording() {}

    /** As an office of that name would say them. */
    public static Wording of(String office) {
        return new Wording(new AuthorityConfig() {
            @Override
            public String name() {
                return office;
            }

            @Override
            public String antiScamCentre() {
                return "157";
            }

            @Override
            public String police() {
                return "110";
            }
        });
    }
}
