/** Mail to reporters and appellants: written down with what it tells of, sent afterwards, with a visible end. */
package id.sigap.intake.notice;
