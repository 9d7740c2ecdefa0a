package id.sigap.notifier.reply;

import id.sigap.notifier.request.RefusedReply;

/**
 * Why an answer came back, as its operator's engineer reads it: {@code suggests-itself suggestedOperator: names the operator that declines}.
 *
 * @param code stays when the words change
 * @param field of the answer; empty if it is about all of it
 */
record Complaint(String code, String field, String words) {

    static Complaint of(String code, String words) {
        return new Complaint(code, "", words);
    }

    static Complaint of(RefusedReply refused) {
        return new Complaint(refused.fault().code(), refused.field(), refused.words());
    }

    @Override
    public String toString() {
        return field.isEmpty() ? code + ": " + words : code + " " + field + ": " + words;
    }
}
