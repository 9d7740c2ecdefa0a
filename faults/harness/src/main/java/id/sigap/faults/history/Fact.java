package id.sigap.faults.history;

/** Names of the facts in a line. */
public final class Fact {

    public static final String KEY = "key";
    public static final String NAME = "name";
    public static final String EMAIL = "email";
    public static final String MOBILE = "mobile";
    public static final String NUMBER = "number";
    public static final String NARRATIVE = "narrative";
    public static final String STATEMENT = "statement";
    public static final String REPORT = "report";
    public static final String CASE_NUMBER = "case-number";
    public static final String APPEAL = "appeal";
    public static final String SHA256 = "sha256";
    public static final String FILE = "file";
    public static final String EVIDENCE = "evidence";
    public static final String AUTHOR = "author";
    public static final String TEXT = "text";
    public static final String MESSAGE = "message";
    public static final String OFFICER = "officer";
    public static final String OPERATOR = "operator";
    public static final String REQUEST = "request";
    public static final String ACTION = "action";
    public static final String OUTCOME = "outcome";
    public static final String CHANNEL = "channel";
    public static final String AT = "at";
    public static final String STATUS = "status";
    public static final String WHY = "why";
    public static final String FAULT = "fault";
    public static final String SERVICE = "service";
    public static final String TOPIC = "topic";
    public static final String PARTITION = "partition";
    public static final String OFFSET = "offset";

    private Fact() {}
}
