package extract

// Calls to the reader: a sentence that begins so is the page's, not the
// reporter's.
var calls = newPhrasebook(`
like|enjoy|enjoyed|love|loved this|our|the story|article|post|content|video|episode|show $
write to … at
this copy is for your
an error has|occurred occurred|has|error
there was an error|issue
something went wrong
sorry $
thank you|your $
this article|message|email has been sent|saved
http|https|www
get … delivered
dont miss $
share|tweet|like|pin|repost|retweet this|our|the … post|story|article|page|news
share|tweet|like|pin|print|email|e-mail|save|bookmark|comment $
share on|via|with|to facebook|twitter|x|whatsapp|linkedin|reddit|email|telegram|pinterest|flipboard|social|your|friends
fight|beat|stop … share this
please? share this|our $
please share this|our
leave|post|write|add|submit a|your comment|reply|comments|response
leave|post a? comment|reply
join the conversation|discussion|debate
be the first to comment|know|hear|reply|share
log|sign in to comment|reply|post|leave|join|continue|read
logged in as
you must be|log logged? in to post|comment|reply
comments are|have closed|disabled|moderated|been
comments on this article|story|post
your email|e address|mail … not be published
required fields are marked
this site uses akismet
learn how your comment data
save my name
notify me of
sign up|now|here today|now|here|below|free|with
sign up for|to|and … newsletter|newsletters|alerts|updates|email|emails|inbox|news|headlines|briefing|free|account|app|here|today|coverage|podcast
subscribe|register now|today|here|below|free $
subscribe|register to|for|via|on … newsletter|newsletters|channel|podcast|podcasts|magazine|alerts|updates|feed|inbox|emails|email|account|app|edition|youtube|free|us|itunes|spotify
subscribe on
subscribe|register $
get|receive|have|read … newsletter|newsletters|inbox|alerts
get|receive … email|headlines|updates delivered|sent|straight|directly|in|to
get our|the free|daily|weekly|best|latest|top … newsletter|app|email|stories|news
want|looking for? more … sign|subscribe|click|read|check|follow
download our|the|now|free … app
download the|our free? app
follow|like|join|find|friend|visit us|me|our on|at|in
follow us|me $
follow him|her|them|@ on twitter|facebook|instagram|x|linkedin
follow … on twitter|facebook|instagram|linkedin|threads|bluesky|tiktok|telegram|google
click|tap|press here|on|the|to|below|through
you may|might|could|will|would also|be|like|find like|enjoy|want|be|interested|interest
you may|might like|enjoy
recommended for|stories|reading|articles|videos|posts|links|by|content $
recommended for you
recommended stories|reading|articles|videos|posts|content
more|other|all from|stories|news|posts|articles|on $
more … stories|news|posts|articles|coverage|headlines $
more for|like you|this $
related articles|stories|posts|content|topics|news|coverage|reading|links|items|video|videos|article|story $
related $
latest|most|popular|trending|recent|top|featured|editors|breaking posts|news|read|stories|viewed|popular|articles|shared|commented|headlines|videos|now|comments|recent|picks|watched|discussed $
latest|most|popular|trending|top posts|news|read|stories|viewed|articles|headlines in|on|from|this|today
trending|popular $
whats|what trending|hot|new|next $
read|see|watch|listen|view|learn|hear|find|discover|explore more $
read|see|watch|view|hear the? full|entire|original|complete|whole article|story|post|version|report|interview|video|statement|letter|document|transcript|list|speech
read|see|watch|view|check also|next|related|more|now $
read on|more about|at|on|in|of|here|from|news|stories
read or share this
continue|keep reading|scrolling
scroll|swipe down|to|for|left|right
story|article|content|post|text continues|continued|resumes below|after
skip to|this|past|advertisement|ad|content|main
advertisement|advertisment|advert|advertising|sponsored|promoted|ad|ads $
advertisement|sponsored|promoted continue|story|content|by|links|post|scroll|article|advertisement
enlarge|expand this image|photo|picture
toggle|hide|view|show full? caption
view|see image|photo|gallery|photos|full|all in|full|gallery|screen|caption|photos|comments|$
image|photo|picture # of # $
# of # photos|images|slides? $
we|this site|website|page use|uses|used cookies|cookie
by continuing|clicking|signing|subscribing|submitting|registering|using|browsing|providing|entering … you
accept|reject|manage all? cookies|cookie
this site|website|form is|uses protected|recaptcha|cookies
all rights reserved
copyright|© #?
privacy|cookie|cookies policy|notice|settings|preferences $
terms of|and use|service|conditions
find|search|browse|apply the|for|all|more|thousands … jobs|job
be|get|stay notified|alerted|informed by|when|about|with
stay up|on|connected|informed|tuned|ahead|in with|to|for|top|touch
support our|us|independent|quality|local … journalism|work|reporting|news|mission|site|today
support … journalism|newsroom $
become a|an member|subscriber|supporter|patron|insider
donate|contribute $
donate|contribute now|today|here|to|via
if you|youre enjoyed|liked|found|enjoying|like|value … share|subscribe|consider|support|donate|sign|follow
thank|thanks you? for reading|subscribing|signing|visiting|your
have|got a|any … story|tip|question|news|idea|information $
have|got a|any … story|tip|question … email|contact|send|let|call
contact|email|reach|call the? reporter|author|writer|newsroom|us|editor|editors
send tips|feedback|email|comments|questions to
send|submit your|us|a|any|tips|news tips|news|your|a|letters|stories|comments|corrections
do you have … story|tip|comment|question
whats your|on|do … think|view|opinion
let us know
tell us what|in|your
what do you think
this article|story|post is|was … subscribers|premium
already a|have subscriber|member|an
please enable|turn|wait|allow|note|upgrade|disable|log|sign|check|try|refresh
javascript is|must
your browser does|is
loading|close|menu|home|search|next|previous|back|print|top|up|tags|share|reply|comments|newsletter|login|register $
next|previous article|post|story|page|up $
back|go|return to top|home|homepage|the
show|hide|view|load|see all|more|less|the? comments|replies|posts|$
copy|embed|permalink link|this|code|url|$
# comments|comment|shares|share|views|likes|reactions|replies|reads $
# min|mins|minute|minutes read|reading $
# minutes|hours|days|years|months|weeks|minute|hour|day|year|month|week ago $
powered by
source site
report a|an|this error|typo|correction|ad|mistake|comment
buy|order|pre now|it|here|on from|at|on|amazon|here
the views|opinions of|expressed contributors|in|by|here|are|columnists|the
slideshow # images
image|images copyright|source|credit … $
media playback is unsupported on your device $
content created by
your notification has been
there was a problem
email notifications are
if you do not receive the
when you tweet with
add a location to your
for more … visit|listen|click|follow|go|check|coverage|read|head
follow … facebook|twitter|instagram|tiktok|youtube $
this article|story|post is more than #
like this like? loading?
visit … homepage|website|site|page
get our|the … app $
newsletter sign
newsletters? signup|subscribe|sign
photo|photos|video|videos|image|images|gallery|map|graphic|slideshow|audio|caption $
using our app
play|watch|listen $
play video|audio|facebook
the best|latest|top … inbox
enter|confirm your e? mail|email|zip
we have sent you a
welcome back
create|activate an|your|a … account|profile
teilen|kommentieren|drucken|merken|anzeige|werbung|kommentare $
lesen|sehen|hören sie auch|mehr|weiter|dazu
mehr zum thema
schreibe|schreiben|hinterlasse|verfasse einen|sie kommentar|einen
newsletter abonnieren|bestellen
folgen sie uns|der
compartir|compartilhe|compartilhar|condividi|partager|partagez|udostępnij|поделиться|teile|comparte $
compartir|compartilhe|comparte|condividi|partager|partagez esta|este|en|no|na|su|sur|cet|cette|questo
publicidad|publicidade|pubblicità|publicité|реклама|anuncio|advertentie|reklama|annonce $
deja|deje|escribe un comentario
deixe um|seu comentário
laisser|laissez un commentaire
lascia un commento
suscríbete|suscríbase|inscreva|assine|abonnez|iscriviti|подписывайтесь|подпишитесь
читайте|смотрите также|нас|подробнее
leia|lea|lee também|también|mais|más
à|a lire aussi|également
lire aussi|également|plus
leggi anche|tutto|di
`)

// A teaser is one of these labels and then, behind a colon, the headline of
// another report.
var teasers = newPhrasebook(`
more $
more on|from|in|about|news … $
read|see|watch|listen|also|related|must … $
also|related|previously|earlier|recommended|must|dont|next|video|photos|gallery|slideshow|podcast|poll|quiz|explainer|analysis|opinion $
related story|article|video|coverage|news|content|reading $
in|from pictures|photos|video|the $
click|tap here|for $
you may|might also …  $
dont miss $
story|stories|full story|coverage $
full coverage $
lesen|sehen|hören sie? auch|mehr|dazu $
mehr zum thema $
lea|lee|leia|ver también|también|também|más|mais $
lire aussi $
à|a lire|voir aussi|également $
leggi anche $
читайте|смотрите также $
`)

// Labels of what a report is filed under.
var tagLabels = newPhrasebook(`
tags|tag|tagged|topics|topic|keywords|categories|category|labels|filed|hashtags $
filed|posted|tagged under|in|with|as $
more on this topic|story $
schlagworte|themen|etiquetas|mots clés|теги $
`)

// After one of these labels a page shows what belongs to other reports.
var endMarks = newPhrasebook(`
leave|post|write|add a? comment|reply|response $
you may|might also like|enjoy|be $
you may|might also be interested in $
recommended for you
recommended stories|articles|reading|videos|content $
latest|most|popular|trending|recent posts|news|read|stories|viewed|popular|articles|comments|headlines $
related articles|stories|posts|content|topics|news|coverage|links|reading $
more from|stories|news|posts|articles|on … $
# comments|comment|responses|replies|thoughts $
comments $
`)
