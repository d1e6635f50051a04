import type { Words } from './words.ts';

export const zhHant: Words = {
  subject: {
    staff: '加入 {team} 團隊的邀請',
    partner_member: '加入 {team} 團隊的邀請',
    partner: '成為 {team} 的合作夥伴',
  },
  lead: {
    staff: '{inviter} 邀請您加入 {team} 合作夥伴計畫的團隊。您的角色：{role}。',
    partner_member: '{inviter} 邀請您加入合作夥伴平台上 {team} 的團隊。您的角色：{role}。',
    partner: '{inviter} 邀請您加入 {team} 的合作夥伴計畫。',
  },
  leadOfNobody: {
    staff: '您受邀加入 {team} 合作夥伴計畫的團隊。您的角色：{role}。',
    partner_member: '您受邀加入合作夥伴平台上 {team} 的團隊。您的角色：{role}。',
    partner: '您受邀加入 {team} 的合作夥伴計畫。',
  },
  next: {
    staff: '接受邀請，並以此電子郵件地址登入或建立帳號即可。',
    partner_member: '接受邀請，並以此電子郵件地址登入或建立帳號即可。',
    partner: '您可以在平台上找到您的連結、素材、促銷活動與收益。',
  },
  role: { owner: '擁有者', manager: '管理員', finance: '財務', member: '成員', viewer: '檢視者' },
  accept: '接受邀請',
  link: '如果按鈕沒有反應，請開啟此連結：',
  until: '此連結僅供 {email} 使用一次，有效期限至 {date}。',
  unexpected: '這不是您預期的郵件嗎？請不必理會，沒有您的操作，什麼都不會發生。',
};
