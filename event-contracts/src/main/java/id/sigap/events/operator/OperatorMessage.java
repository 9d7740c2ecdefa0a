package id.sigap.events.operator;

import id.sigap.events.Event;

/** What one operator reads and writes on its own two topics. The public face of the system for operators' machines. */
public sealed interface OperatorMessage extends Event permits OperatorNotice, ActionReply {}
