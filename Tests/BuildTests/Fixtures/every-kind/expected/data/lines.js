window.deskbookLines({
"kinds/model.html":["Tell me what happened."],
"kinds/phrases.html":["I hear you, [Client's name].",
"Welcome to Elm Clinic.",
"Take your time."],
"kinds/practice.html":["That is a long wait, and I am sorry."],
"kinds/script.html":["What held you up?"]
});
