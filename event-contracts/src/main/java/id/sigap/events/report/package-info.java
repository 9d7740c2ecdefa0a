/** Citizens' reports and appeals, without the citizens. */
package id.sigap.events.report;
