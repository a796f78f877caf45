### Everything the staff bot says. To colleagues: short and exact, with what came of it and what comes next.
### Markup is Telegram's <b>, <i>, <code>, <a> only. The texts of a duty stay together; their ids begin with staff-duty.

## Common

staff-button-cancel = Cancel
