"""Domains at which anyone can open a mailbox."""

from __future__ import annotations

FREE_MAIL = frozenset(
    """
    gmail.com googlemail.com yahoo.com ymail.com rocketmail.com myyahoo.com hotmail.com outlook.com live.com msn.com
    passport.com windowslive.com icloud.com me.com mac.com aol.com aim.com protonmail.com proton.me pm.me protonmail.ch
    gmx.com gmx.net gmx.de gmx.at gmx.ch web.de t-online.de freenet.de mail.com email.com usa.com consultant.com
    engineer.com post.com europe.com asia.com dr.com yandex.com yandex.ru ya.ru mail.ru inbox.ru bk.ru list.ru
    internet.ru rambler.ru ukr.net i.ua meta.ua zoho.com zohomail.com tutanota.com tutamail.com tuta.io tuta.com
    fastmail.com fastmail.fm hushmail.com rediffmail.com rediff.com in.com indiatimes.com sify.com
    yahoo.co.in yahoo.in yahoo.co.uk yahoo.co.id yahoo.co.jp yahoo.co.kr yahoo.co.th yahoo.com.ph yahoo.com.hk yahoo.com.sg
    yahoo.com.my yahoo.com.tw yahoo.com.vn yahoo.com.cn yahoo.cn yahoo.com.br yahoo.com.mx yahoo.com.ar yahoo.com.au
    yahoo.fr yahoo.de yahoo.es yahoo.it yahoo.ca yahoo.gr yahoo.ie yahoo.ro yahoo.pl yahoo.no yahoo.se
    hotmail.co.uk hotmail.fr hotmail.de hotmail.es hotmail.it hotmail.co.th hotmail.com.br hotmail.com.ar hotmail.com.mx
    hotmail.com.hk hotmail.com.tw hotmail.ca hotmail.nl hotmail.be hotmail.se live.co.uk live.fr live.de live.nl live.ca
    live.com.mx live.com.au live.com.pk live.in live.hk live.jp outlook.fr outlook.de outlook.es outlook.it outlook.in
    outlook.co.id outlook.co.th outlook.ph outlook.my outlook.sa outlook.jp outlook.com.br outlook.com.au outlook.com.vn
    qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com 139.com 188.com yeah.net sina.com sina.cn vip.sina.com
    sohu.com tom.com 21cn.com aliyun.com netvigator.com hkstar.com biznetvigator.com hinet.net seed.net.tw pchome.com.tw
    naver.com hanmail.net daum.net nate.com kakao.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com biglobe.ne.jp
    uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com prodigy.net.mx
    libero.it virgilio.it tiscali.it alice.it tin.it orange.fr wanadoo.fr laposte.net free.fr sfr.fr neuf.fr
    seznam.cz email.cz centrum.cz post.cz volny.cz azet.sk zoznam.sk wp.pl o2.pl interia.pl onet.pl op.pl poczta.onet.pl
    freemail.hu citromail.hu abv.bg mail.bg dir.bg inbox.lv inbox.lt mail.ee telenet.be skynet.be ziggo.nl planet.nl
    btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk tiscali.co.uk eircom.net
    comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com
    rogers.com shaw.ca sympatico.ca telus.net bigpond.com optusnet.com.au xtra.co.nz
    maktoob.com emirates.net.ae eim.ae qatar.net.qa batelco.com.bh omantel.net.om cyber.net.pk hotmail.com.pk
    ntc.net.np wlink.com.np mos.com.np bdonline.com bttb.net.bd bdcom.com bol-online.com dhaka.net agni.com
    sltnet.lk pldtdsl.net walla.com walla.co.il netvision.net.il lycos.com excite.com mailinator.com yopmail.com
    guerrillamail.com 10minutemail.com temp-mail.org tempmail.com trashmail.com dispostable.com
    """.split()
)
