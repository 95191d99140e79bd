window.deskbookPages({
"":[["index.html","Every kind","ffd64a75",""],
["cards/","Cards"],
["kinds/","Kinds"]],
"cards":[["breathe.html","Breathe","999cc9cc","2026-11-01"]],
"kinds":[["guide.html","A guide","c4b04c1c","2026-01-01"],
["script.html","A late client","e492ba1d",""],
["phrases.html","Phrases","8cb92bed",""],
["faq.html","Questions","76e000fd",""],
["practice.html","Role-plays","b05e5600",""],
["model.html","The H.A. model","fcb983d6","2026-11-01"]]
});
